using System.Reflection;
using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Snapshots;

/// <summary>Makes evidence in which every declared member has a value of its own, by reflection, so that new members are covered without being named here.</summary>
internal sealed class EvidenceFiller
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly string[] OddTexts = ["", " ", "Ünïcödé ✓ 😀", "\"quoted\" \\ back", "line\nbreak\ttab", "{($.a=b) && ($.c!=d)}", "%7B%22Version%22%7D", "</script>", "\u0000\u001F", "null"];

    private readonly Random? _random;
    private readonly List<string> _texts = [];
    private int _count;

    private EvidenceFiller(Random? random) => _random = random;

    /// <summary>The texts that were filled in, in no particular order.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Evidence in which every member, list and table holds something and all facts are known.</summary>
    public static AccountEvidence Full() => Full(out _);

    /// <summary>As above, with the texts that were filled in.</summary>
    public static AccountEvidence Full(out IReadOnlyList<string> texts)
    {
        var filler = new EvidenceFiller(random: null);
        texts = filler.Texts;
        return (AccountEvidence)filler.Make(typeof(AccountEvidence))!;
    }

    /// <summary>Evidence with gaps, nulls, empty lists and odd texts here and there.</summary>
    public static AccountEvidence Any(int seed) => (AccountEvidence)new EvidenceFiller(new Random(seed)).Make(typeof(AccountEvidence))!;

    /// <summary>Whether a member is declared with a question mark.</summary>
    public static bool AllowsNull(PropertyInfo property)
    {
        lock (Nullability)
        {
            return Nullability.Create(property).WriteState == NullabilityState.Nullable;
        }
    }

    private object? Make(Type type)
    {
        _count++;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(underlying);
        }

        if (type.IsGenericType)
        {
            return MakeGeneric(type, type.GetGenericArguments());
        }

        return MakePlain(type) ?? MakeRecord(type);
    }

    private object? MakePlain(Type type) => type.Name switch
    {
        nameof(String) => MakeText(),
        nameof(Boolean) => _random is null || _random.Next(2) == 0,
        nameof(Int32) => _random?.Next(int.MinValue, int.MaxValue) ?? _count,
        nameof(Double) => _random is null ? _count + 0.5 : _random.Next(8) == 0 ? double.NaN : _random.NextDouble() * 1e9,
        nameof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(_random?.Next(-12, 13) ?? 0)).AddTicks(_random?.NextInt64(TimeSpan.TicksPerDay * 900) ?? _count),
        _ => null,
    };

    private string MakeText()
    {
        var text = _random is not null && _random.Next(3) == 0 ? OddTexts[_random.Next(OddTexts.Length)] : $"text-{_count}";
        _texts.Add(text);
        return text;
    }

    private object MakeGeneric(Type type, Type[] arguments)
    {
        if (type.GetGenericTypeDefinition() == typeof(Evidence<>))
        {
            return MakeEvidence(arguments[0]);
        }

        return arguments.Length == 1 ? MakeList(arguments[0]) : MakeTable(arguments[1]);
    }

    private object MakeEvidence(Type factType)
    {
        var isGap = _random is not null && _random.Next(4) == 0;
        var make = typeof(Evidence).GetMethod(isGap ? nameof(Evidence.Missing) : nameof(Evidence.Of))!.MakeGenericMethod(factType);
        return make.Invoke(null, [Make(isGap ? typeof(EvidenceGap) : factType)])!;
    }

    private Array MakeList(Type elementType)
    {
        var list = Array.CreateInstance(elementType, Length());
        for (var index = 0; index < list.Length; index++)
        {
            list.SetValue(Make(elementType), index);
        }

        return list;
    }

    private System.Collections.IDictionary MakeTable(Type valueType)
    {
        var table = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType))!;
        for (var remaining = Length(); remaining > 0; remaining--)
        {
            table[$"key-{_count}"] = Make(valueType);
        }

        return table;
    }

    private int Length() => _random?.Next(4) ?? 2;

    private object MakeRecord(Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(record, _random is not null && _random.Next(4) == 0 && AllowsNull(property) ? null : Make(property.PropertyType));
        }

        return record;
    }
}
