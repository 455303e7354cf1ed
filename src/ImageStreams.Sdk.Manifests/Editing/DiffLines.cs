namespace ImageStreams.Manifests;

/// <summary>Splits texts into lines with their line ends.</summary>
internal static class DiffLines
{
    public static string[] Split(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return [.. lines];
    }
}
