namespace ImageStreams.Manifests;

/// <content>What is known when a document cannot be read on.</content>
internal sealed partial class YamlTreeReader
{
    private TextSyntaxException Explain(int start, int end, string message)
    {
        var last = FindLastPlace();
        var hasPlace = start > 0 || end > 0;
        return YamlDiagnosis.Explain(new YamlFailure
        {
            Text = _text,
            Section = _section,
            Start = hasPlace ? Clamp(start) : SkipBlanks(last),
            End = hasPlace ? Clamp(end) : SkipBlanks(last),
            Message = message,
            LastScalar = _lastScalar,
            OpenFlow = builder.Depth > 0 && builder.Innermost.Style == TextNodeStyle.Flow ? builder.Innermost.Start : -1,
        });
    }

    /// <summary>Finds the end of what has been read of the document. The last end of the builder may be that of a document before.</summary>
    private int FindLastPlace()
    {
        var last = Math.Max(_section.Start, _lastScalar.End);
        return builder.Count == 0 ? last : Math.Max(last, Math.Max(builder.LastEnd, builder[builder.Count - 1].Start));
    }

    /// <summary>Explains a key that is a mapping or a sequence; nearly always it is a placeholder of Helm.</summary>
    private TextSyntaxException ExplainComplexKey(int start) => YamlDiagnosis.Explain(new YamlFailure
    {
        Text = _text,
        Section = _section,
        Start = start,
        End = start,
        Message = TextSyntaxTexts.KeyIsNoText,
        LastScalar = TextSpan.None,
        OpenFlow = -1,
    });

    private int Clamp(int index) => Math.Min(_offset + index, _section.End);
}
