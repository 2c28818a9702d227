using System.Globalization;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>
/// Whether CloudWatch Logs accepts a filter pattern: terms, fields between square brackets, or conditions on JSON between braces. It only checks;
/// what a pattern means is the business of those who read it.
/// </summary>
internal sealed class FilterPatternSyntax
{
    private static readonly string[] Signs = ["!=", "<=", ">=", "=", "<", ">"];

    private readonly string _text;
    private int _at;

    private FilterPatternSyntax(string text) => _text = text;

    public static bool IsValid(string pattern)
    {
        var trimmed = pattern.Trim();
        return trimmed switch
        {
            "" => true,
            ['{', .. var conditions, '}'] => new FilterPatternSyntax(conditions).IsConditions(),
            ['{', ..] => false,
            ['[', .. var fields, ']'] => fields.Trim().Length > 0 && HasClosedQuotes(fields),
            ['[', ..] => false,
            _ => HasClosedQuotes(trimmed),
        };
    }

    private static bool HasClosedQuotes(string text)
    {
        var isOpen = false;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\') index++;
            else if (text[index] == '"') isOpen = !isOpen;
        }

        return !isOpen;
    }

    private static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || "_-.*:/+@#~?,;^`".Contains(character, StringComparison.Ordinal);

    private bool IsConditions() => Disjunction() && AtEnd();

    private bool Disjunction()
    {
        if (!Conjunction()) return false;
        while (Take("||"))
        {
            if (!Conjunction()) return false;
        }

        return true;
    }

    private bool Conjunction()
    {
        if (!Operand()) return false;
        while (Take("&&"))
        {
            if (!Operand()) return false;
        }

        return true;
    }

    private bool Operand() => Take("(") ? Disjunction() && Take(")") : Condition();

    private bool Condition()
    {
        if (!Selector()) return false;
        if (Keyword("NOT")) return Keyword("EXISTS");
        if (Keyword("IS")) return Keyword("NULL") || Keyword("TRUE") || Keyword("FALSE");
        var sign = Signs.FirstOrDefault(Take);
        return sign switch
        {
            null => false,
            "=" or "!=" => Enclosed('"') || Enclosed('%') || Word().Length > 0,
            _ => double.TryParse(Word(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        };
    }

    private bool Selector()
    {
        if (!Take("$")) return false;
        var start = _at;
        while (_at < _text.Length && (Property() || Index()))
        {
        }

        return _at > start;
    }

    private bool Property()
    {
        if (_text[_at] != '.') return false;
        var end = _at + 1;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '-')) end++;
        return end > _at + 1 && MoveTo(end);
    }

    private bool Index()
    {
        if (_text[_at] != '[') return false;
        var close = _text.IndexOf(']', _at);
        return close > _at + 1 && _text.AsSpan((_at + 1)..close).IndexOfAnyExceptInRange('0', '9') < 0 && MoveTo(close + 1);
    }

    /// <summary>A text between a mark and its like, with what a backslash protects.</summary>
    private bool Enclosed(char mark)
    {
        SkipSpace();
        if (_at >= _text.Length || _text[_at] != mark) return false;
        for (var index = _at + 1; index < _text.Length; index++)
        {
            if (_text[index] == '\\') index++;
            else if (_text[index] == mark) return MoveTo(index + 1);
        }

        return false;
    }

    private string Word()
    {
        SkipSpace();
        var start = _at;
        while (_at < _text.Length && IsWordCharacter(_text[_at])) _at++;
        return _text[start.._at];
    }

    private bool Keyword(string word)
    {
        var start = _at;
        if (Word() == word) return true;
        _at = start;
        return false;
    }

    private bool Take(string sign)
    {
        SkipSpace();
        return string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0 && MoveTo(_at + sign.Length);
    }

    private bool AtEnd()
    {
        SkipSpace();
        return _at == _text.Length;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private bool MoveTo(int position)
    {
        _at = position;
        return true;
    }
}
