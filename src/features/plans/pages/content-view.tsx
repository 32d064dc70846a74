import type { VNode } from 'preact';
import type { PlanContent, PlanItem, PlanPart, PlanSection } from '../../../domain/plan/index.ts';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { Language } from '../../../ui/language.ts';
import { messages } from '../messages.ts';
import type { Origins } from '../origins.ts';
import { factsOf, sectionName } from '../wording.ts';

export interface ContentViewProps {
  readonly language: Language;
  readonly content: PlanContent;
  /** Address of the page that changes a section; absent where nothing can be changed. */
  readonly sectionHref?: ((section: string) => string) | undefined;
  /** Of a reading: where each thing was read. */
  readonly origins?: Origins | undefined;
}

/** The sections of a plan: every item with the targets, deadlines and criteria that hang on it. */
export function ContentView(props: ContentViewProps): VNode {
  const { language, content } = props;
  const words = messages[language];
  if (content.sections.length === 0) return <p class="muted">{words.reading.emptyPlan}</p>;
  return (
    <>
      {content.sections.map((section) => (
        <SectionView key={section.id} {...props} section={section} />
      ))}
    </>
  );
}

function SectionView(props: ContentViewProps & { section: PlanSection }): VNode {
  const { language, content, section, sectionHref } = props;
  const words = messages[language];
  const name = section.heading === '' ? words.roles[section.role] : section.heading;
  return (
    <section class="plan-section" id={`muc-${section.id}`}>
      <div class="plan-section-head">
        <h3 lang="vi">{sectionName(content, { ...section, heading: name })}</h3>
        {sectionHref && (
          <a href={sectionHref(section.id)}>
            {words.reading.changeSection}
            <span class="visually-hidden"> {words.reading.about(name)}</span>
          </a>
        )}
      </div>
      <p class="small muted">{words.roles[section.role]}</p>
      {section.parts.every(({ items }) => items.length === 0) && (
        <p class="muted">{words.reading.emptySection}</p>
      )}
      {section.parts.map((part) => (
        <PartView key={part.id} {...props} part={part} />
      ))}
    </section>
  );
}

function PartView(props: ContentViewProps & { part: PlanPart }): VNode {
  const { language, part } = props;
  const words = messages[language];
  const { assignee } = part;
  return (
    <>
      {part.heading !== null && <h4 lang="vi">{part.heading}</h4>}
      {assignee && (
        <p class="small muted">
          {part.heading === null && <span lang="vi">{assignee.unit} · </span>}
          {words.unitKinds[assignee.unitKind]}
          {assignee.request && ` · ${language === 'vi' ? 'đề nghị' : 'requested'}`}
        </p>
      )}
      <Doubts {...props} id={part.id} />
      {part.items.length > 0 && (
        <ul class="plan-items">
          {part.items.map((item) => (
            <ItemView key={item.id} {...props} item={item} />
          ))}
        </ul>
      )}
    </>
  );
}

function ItemView(props: ContentViewProps & { item: PlanItem }): VNode {
  const { language, item, origins } = props;
  const origin = origins?.[item.id];
  const facts = factsOf(item, language);
  return (
    <li id={`nd-${item.id}`} data-lines={origin && `${origin.from}-${origin.to}`}>
      <span lang="vi">{item.text}</span>
      <Facts facts={facts} />
      <LinesLink {...props} id={item.id} />
      <Doubts {...props} id={item.id} />
    </li>
  );
}

interface OriginOf {
  readonly language: Language;
  readonly origins?: Origins | undefined;
  readonly id: string;
}

/** The way to the lines that a thing was read from. */
export function LinesLink({ language, origins, id }: OriginOf): VNode | null {
  const origin = origins?.[id];
  if (origin === undefined) return null;
  return (
    <a class="plan-lines small" href={`#dong-${origin.from}`}>
      {messages[language].reading.lines(origin.from, origin.to)}
    </a>
  );
}

/** Targets, deadlines, criteria and recurrence of an item, as tags. */
export function Facts({ facts }: { readonly facts: readonly string[] }): VNode | null {
  if (facts.length === 0) return null;
  return (
    <div class="plan-facts">
      {facts.map((fact, place) => (
        <Tag key={place} kind="info">
          {fact}
        </Tag>
      ))}
    </div>
  );
}

/** Why a person should look at a thing again. */
export function Doubts({ language, origins, id }: OriginOf): VNode | null {
  const doubts = origins?.[id]?.doubts ?? [];
  if (doubts.length === 0) return null;
  return (
    <ul class="plan-doubts">
      {doubts.map((doubt) => (
        <li key={doubt}>
          <Tag kind="wait">{messages[language].doubts[doubt]}</Tag>
        </li>
      ))}
    </ul>
  );
}
