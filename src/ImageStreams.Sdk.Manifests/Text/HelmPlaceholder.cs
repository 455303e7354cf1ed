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

    /// <summary>Finds the last placeholder of a part of a text; -1 when there is none.</summary>
    public static int FindLast(string text, int start, int end)
    {
        while (true)
        {
            var at = text.AsSpan(start, end - start).LastIndexOf("{{");
            if (at < 0 || start + at == 0 || text[start + at - 1] != '$')
            {
                return at < 0 ? -1 : start + at;
            }

            end = start + at;
        }
    }
}
