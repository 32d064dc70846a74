/** Letters that a line of a title holds well at 14 points, bold, in the width of the page. */
const LINE_LENGTH = 58;
/** What a break in a bad place costs, in squared letters of unevenness. */
const AT_PHRASE = -150;
const AFTER_COMMA = -100;
const ANYWHERE = 0;
const IN_COMPOUND = 600;
const NEVER = 100_000;

/** Words with which a new thought begins: a line may well begin with them. */
const PHRASE_BEGINNINGS =
  /^(ban hành|quy định|trên địa bàn|trong|theo|và|về|của|năm|giai đoạn|phù hợp|nhằm|đối với|cho|triển khai|thực hiện)( |$)/iu;
/** First halves of the words of two syllables that titles of plans are full of: "trẻ em", "đánh giá", "trình tự"; and words that want another. */
const WANTS_ANOTHER =
  /^(trẻ|đánh|trình|tiêu|công|địa|phù|quyết|kế|ủy|chính|thủ|thực|triển|ban|quy|bảo|chăm|giáo|hành|chương|thị|hội|đồng|nhân|trung|xây|phòng|đẩy|tăng|hoạt|tổ|với|và|của|cho|trên|trong|về|theo|tại|các|những)$/iu;
/** What stays with the word after it: "số 06", "năm 2026", "ngày 03", "tỉnh Lạng". */
const LEADING_WORD = /^(số|năm|ngày|tháng|phường|xã|tỉnh|huyện|đặc|quý|lần|thứ|Điều)$/iu;

/**
 * A long title on several lines of about the same length, parted where a phrase begins and never between "năm" and its
 * figure or between two words of a name. A title that fits on one line stays on one.
 */
export function titleLines(title: string): readonly string[] {
  const words = title.trim().split(/\s+/u);
  const length = words.join(' ').length;
  const count = Math.ceil(length / LINE_LENGTH);
  if (count <= 1) return [words.join(' ')];
  const ideal = length / count;
  // best[i]: the cheapest way to set the first i words, and where its last line begins.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end++) {
    best[end] = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= 0; from--) {
      const line = words.slice(from, end).join(' ').length;
      if (line > LINE_LENGTH + 6 && from < end - 1) break;
      const cost = best[from]!.cost + (line - ideal) ** 2 + (from === 0 ? 0 : breakCost(words, from));
      if (cost < best[end]!.cost) best[end] = { cost, from };
    }
  }
  const lines: string[] = [];
  for (let end = words.length; end > 0; end = best[end]!.from) {
    lines.unshift(words.slice(best[end]!.from, end).join(' '));
  }
  return lines;
}

/** What it costs to begin a line with the word at this place. */
function breakCost(words: readonly string[], place: number): number {
  const before = words[place - 1]!;
  const rest = words.slice(place, place + 3).join(' ');
  if (LEADING_WORD.test(before)) return NEVER;
  if (isNamePart(before) && isNamePart(words[place]!)) return NEVER;
  if (WANTS_ANOTHER.test(before)) return IN_COMPOUND;
  if (before.endsWith(',')) return AFTER_COMMA;
  return PHRASE_BEGINNINGS.test(rest) ? AT_PHRASE : ANYWHERE;
}

/** A word of a name; with a comma after it the name is at its end. */
const isNamePart = (word: string): boolean => /^\p{Lu}[\p{Ll}\p{Lu}]*$/u.test(word);
