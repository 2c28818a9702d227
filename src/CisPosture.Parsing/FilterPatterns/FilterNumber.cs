using System.Globalization;
using System.Numerics;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace CisPosture.FilterPatterns;

/// <summary>A number of any size, held exactly as 0.digits × 10^exponent, so that 1, 1.0 and 10e-1 are one number.</summary>
internal readonly struct FilterNumber : IComparable<FilterNumber>
{
    private const int LongestPlainForm = 21;

    private static readonly TextParser<TextSpan> Digits = Span.WithAll(character => character is >= '0' and <= '9');

    private static readonly TextParser<char> Sign = Character.In('+', '-').OptionalOrDefault('+');

    private static readonly TextParser<TextSpan> Part = Character.EqualTo('.').IgnoreThen(Digits);

    private static readonly TextParser<(char Mark, BigInteger Value)> Exponent =
        from mark in Character.In('e', 'E')
        from sign in Sign
        from digits in Digits
        select (mark, BigInteger.Parse(sign + digits.ToStringValue(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    private static readonly TextParser<FilterNumber> Parser = (
        from sign in Sign
        from whole in Digits.OptionalOrDefault(TextSpan.Empty)
        from part in whole == TextSpan.Empty ? Part : Part.OptionalOrDefault(TextSpan.Empty)
        from exponent in Exponent.OptionalOrDefault((Mark: 'e', Value: BigInteger.Zero))
        select new FilterNumber(sign == '-', Text(whole), Text(part), exponent.Mark, exponent.Value)).AtEnd();

    private readonly bool _isNegative;
    private readonly string _digits;
    private readonly BigInteger _exponent;

    private FilterNumber(bool isNegative, string whole, string part, char mark, BigInteger exponent)
    {
        var significant = (whole + part).TrimStart('0');
        _digits = significant.TrimEnd('0');
        _isNegative = isNegative && _digits.Length > 0;
        _exponent = _digits.Length == 0 ? BigInteger.Zero : exponent + significant.Length - part.Length;
        HasPlainSpelling = mark == 'e' && (whole == "0" || (whole.Length > 0 && whole[0] != '0'));
    }

    /// <summary>False where the spelling hints at an identifier rather than a number: a leading zero, no digit before the point, or a capital E.</summary>
    public bool HasPlainSpelling { get; }

    private int Signum => _digits.Length == 0 ? 0 : _isNegative ? -1 : 1;

    public static bool TryParse(string text, out FilterNumber number)
    {
        var result = Parser.TryParse(text);
        number = result.HasValue ? result.Value : default;
        return result.HasValue;
    }

    public static FilterNumber Parse(string text) => TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not a number.");

    public int CompareTo(FilterNumber other)
    {
        var sign = Signum;
        return sign != other.Signum ? sign.CompareTo(other.Signum) : sign * CompareMagnitude(other);
    }

    public override string ToString()
    {
        if (_digits.Length == 0)
            return "0";

        var sign = _isNegative ? "-" : string.Empty;
        return sign + (BigInteger.Abs(_exponent) <= LongestPlainForm && _digits.Length <= LongestPlainForm ? PlainForm((int)_exponent) : ScientificForm());
    }

    private static string Text(TextSpan span) => span == TextSpan.Empty ? string.Empty : span.ToStringValue();

    private int CompareMagnitude(FilterNumber other)
    {
        var byExponent = _exponent.CompareTo(other._exponent);
        return byExponent != 0 ? byExponent : Math.Sign(string.CompareOrdinal(_digits, other._digits));
    }

    private string PlainForm(int exponent)
    {
        if (exponent <= 0)
            return $"0.{new string('0', -exponent)}{_digits}";

        return exponent >= _digits.Length ? _digits.PadRight(exponent, '0') : $"{_digits[..exponent]}.{_digits[exponent..]}";
    }

    private string ScientificForm()
    {
        var part = _digits.Length > 1 ? $".{_digits[1..]}" : string.Empty;
        return FormattableString.Invariant($"{_digits[0]}{part}e{_exponent - 1}");
    }
}
