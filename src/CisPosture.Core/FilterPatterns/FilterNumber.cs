using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace CisPosture.FilterPatterns;

/// <summary>A number of any size, held exactly as 0.digits × 10^exponent, so that 1, 1.0 and 10e-1 are one number.</summary>
internal readonly struct FilterNumber : IComparable<FilterNumber>
{
    private const int LongestPlainForm = 21;

    private static readonly Regex Form = new(
        @"^(?<sign>[+-]?)((?<whole>[0-9]+)(\.(?<part>[0-9]+))?|\.(?<part>[0-9]+))([eE](?<exponent>[+-]?[0-9]+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private readonly bool _isNegative;
    private readonly string _digits;
    private readonly BigInteger _exponent;

    private FilterNumber(bool isNegative, string whole, string part, BigInteger exponent)
    {
        var significant = (whole + part).TrimStart('0');
        _digits = significant.TrimEnd('0');
        _isNegative = isNegative && _digits.Length > 0;
        _exponent = _digits.Length == 0 ? BigInteger.Zero : exponent + significant.Length - part.Length;
    }

    public static bool TryParse(string text, out FilterNumber number)
    {
        var match = Form.Match(text);
        number = match.Success ? Read(match) : default;
        return match.Success;
    }

    public static FilterNumber Parse(string text) => TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not a number.");

    public int CompareTo(FilterNumber other)
    {
        var sign = Sign;
        return sign != other.Sign ? sign.CompareTo(other.Sign) : sign * CompareMagnitude(other);
    }

    public override string ToString()
    {
        if (_digits.Length == 0)
            return "0";

        var sign = _isNegative ? "-" : string.Empty;
        return sign + (BigInteger.Abs(_exponent) <= LongestPlainForm && _digits.Length <= LongestPlainForm ? PlainForm((int)_exponent) : ScientificForm());
    }

    private int Sign => _digits.Length == 0 ? 0 : _isNegative ? -1 : 1;

    private static FilterNumber Read(Match match)
    {
        var exponent = match.Groups["exponent"].Success
            ? BigInteger.Parse(match.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : BigInteger.Zero;
        return new FilterNumber(match.Groups["sign"].Value == "-", match.Groups["whole"].Value, match.Groups["part"].Value, exponent);
    }

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
