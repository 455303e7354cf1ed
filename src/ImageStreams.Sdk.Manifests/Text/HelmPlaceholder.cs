namespace ImageStreams.Manifests;

/// <summary>Placeholders of Helm, <c>{{ … }}</c>; not <c>${{ … }}</c>, which belong to OpenShift templates.</summary>
internal static class HelmPlaceholder
{
    /// <summary>Finds the first placeholder of a part of a text; -1 when there is none.</summary>
    public static int FindFirst(string text, int start, int end)
    {
        for (var at = start; at < end; at += 2)
        {
            var found = text.AsSpan(at, end - at).IndexOf("{{");
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (at == 0 || text[at - 1] != '$')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Finds the last line of a part of a text that begins with a placeholder, and returns where that stands; -1 when there
    /// is none. Placeholders elsewhere, in quotes or comments, did not trouble the parser.</summary>
    public static int FindLastLine(string text, int start, int end)
    {
        while (end > start)
        {
            var line = start + text.AsSpan(start, end - start - 1).LastIndexOf('\n') + 1;
            var content = text.AsSpan(line, end - line);
            var indentation = content.Length - content.TrimStart().Length;
            if (content[indentation..].StartsWith("{{"))
            {
                return line + indentation;
            }

            end = line;
        }

        return -1;
    }
}
