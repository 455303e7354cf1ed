namespace ImageStreams.Manifests;

/// <summary>Finds why a text is not YAML: the place where the mistake was made, which is seldom where the parser stops, and what to
/// write instead.</summary>
internal static class YamlDiagnosis
{
    public static TextSyntaxException Explain(YamlFailure failure) =>
        FindConflict(failure) ?? FindTemplate(failure) ?? FindTab(failure) ?? FindQuote(failure) ?? FindOpenFlow(failure)
            ?? GluedColon.Find(failure) ?? Create(failure.Start, YamlErrorTexts.Find(failure.Message));

    private static TextSyntaxException Create(int offset, string message) => new(ManifestProblemKind.Syntax, offset, message);

    /// <summary>Finds the markers that a merge with conflicts leaves behind.</summary>
    private static TextSyntaxException? FindConflict(YamlFailure failure)
    {
        for (var at = failure.Section.Start; at < failure.Section.End; at = FindNextLine(failure, at))
        {
            var line = failure.Text.AsSpan(at, failure.Section.End - at);
            if (line.StartsWith("<<<<<<< ") || line.StartsWith(">>>>>>> "))
            {
                return Create(at, TextSyntaxTexts.MergeConflict);
            }
        }

        return null;
    }

    /// <summary>Finds the source of a Helm template: <c>{{ … }}</c>, but not <c>${{ … }}</c>, which belongs to an OpenShift
    /// template.</summary>
    private static TextSyntaxException? FindTemplate(YamlFailure failure)
    {
        var lineEnd = FindNextLine(failure, failure.Start);
        var line = FindLineStart(failure, failure.Start);
        var at = HelmPlaceholder.FindFirst(failure.Text, line, lineEnd);
        at = at < 0 ? HelmPlaceholder.FindLastLine(failure.Text, failure.Section.Start, line) : at;
        return at < 0 ? null : Create(at, TextSyntaxTexts.HelmTemplate);
    }

    private static TextSyntaxException? FindTab(YamlFailure failure)
    {
        var start = FindLineStart(failure, failure.Start);
        var end = failure.Message.Contains(" tab ", StringComparison.Ordinal)
            ? failure.Section.End
            : FindNextLine(failure, Math.Max(failure.Start, failure.End));
        for (var line = start; line < end; line = FindNextLine(failure, line))
        {
            var indentation = failure.Text.AsSpan(line, end - line);
            indentation = indentation[..^indentation.TrimStart(" \t").Length];
            var tab = indentation.IndexOf('\t');
            if (tab >= 0)
            {
                return Create(line + tab, TextSyntaxTexts.Tab);
            }
        }

        return null;
    }

    private static TextSyntaxException? FindQuote(YamlFailure failure)
    {
        if (failure.Message.Contains("unknown escape character", StringComparison.Ordinal)
            || failure.Message.Contains("expected hexadecimal number", StringComparison.Ordinal))
        {
            return Create(failure.End, TextSyntaxTexts.UnknownEscape);
        }

        if (failure.Message.StartsWith("While scanning a quoted scalar", StringComparison.Ordinal)
            || failure.Message.StartsWith("While scanning a multi-line double-quoted scalar", StringComparison.Ordinal))
        {
            return Create(failure.Start, TextSyntaxTexts.UnclosedQuote);
        }

        return IsQuotedOverLines(failure) ? Create(failure.LastScalar.Start, TextSyntaxTexts.UnclosedQuote) : null;
    }

    /// <summary>Gets a value indicating whether a quoted text of several lines stands right before the error: its quote, most likely,
    /// was to be closed lines before.</summary>
    private static bool IsQuotedOverLines(YamlFailure failure)
    {
        var (start, end) = failure.LastScalar;
        return start >= 0 && end > start && failure.Text[start] is '"' or '\'' && failure.Text.AsSpan(start, end - start).Contains('\n')
            && failure.Start >= end && !failure.Text.AsSpan(end, failure.Start - end).Contains('\n');
    }

    private static TextSyntaxException? FindOpenFlow(YamlFailure failure) =>
        failure.OpenFlow < 0 ? null : Create(failure.OpenFlow, TextSyntaxTexts.BrokenFlow(failure.Text[failure.OpenFlow]));

    private static int FindLineStart(YamlFailure failure, int at) =>
        failure.Section.Start + failure.Text.AsSpan(failure.Section.Start, at - failure.Section.Start).LastIndexOf('\n') + 1;

    private static int FindNextLine(YamlFailure failure, int at)
    {
        var end = at >= failure.Section.End ? -1 : failure.Text.IndexOf('\n', at, failure.Section.End - at);
        return end < 0 ? failure.Section.End : end + 1;
    }
}
