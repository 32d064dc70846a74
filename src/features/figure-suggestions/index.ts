export { figureSuggestionsRoutes, type SuggestionsDependencies } from './routes.tsx';
