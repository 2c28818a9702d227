using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CisPosture.Reports.SuppressionTemplates;

/// <summary>The draft as YAML.</summary>
internal static class YamlTemplate
{
    /// <summary>Writes it.</summary>
    public static void Write(SuppressionDraft draft, TextWriter to)
    {
        foreach (var line in draft.Head)
        {
            to.WriteLine($"# {line}");
        }

        // Long names stay on one line, as they are searched for.
        var emitter = new Emitter(to, new EmitterSettings().WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        emitter.Emit(new MappingStart());
        emitter.Emit(new Scalar("suppressions"));
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, draft.Rules.Count > 0 ? SequenceStyle.Block : SequenceStyle.Flow));
        foreach (var rule in draft.Rules)
        {
            WriteRule(emitter, rule, draft.Expires);
        }

        emitter.Emit(new SequenceEnd());
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private static void WriteRule(Emitter emitter, DraftedRule rule, string expires)
    {
        emitter.Emit(new MappingStart());
        emitter.Emit(new Comment(rule.Comment, isInline: false));
        foreach (var (name, value) in rule.Fields.Concat([("reason", string.Empty), ("expires", expires)]))
        {
            emitter.Emit(new Scalar(name));
            emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true));
        }

        emitter.Emit(new MappingEnd());
    }
}
