using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Formats changes of lines as a unified diff.</summary>
internal sealed class UnifiedDiff(string name, string[] lines, IReadOnlyList<DiffChange> changes, int context)
{
    private const string ByteOrderMark = "\uFEFF";

    private readonly StringBuilder _text = new();
    private int _shift;

    /// <summary>Formats the changes of a file by its patches.</summary>
    public static string Format(ManifestFile file, IReadOnlyList<TextPatch> patches, int context)
    {
        var mark = file.Encoding == FileEncoding.Utf8 ? "" : ByteOrderMark;
        var text = mark + file.Text;
        var shifted = patches.Select(patch => patch with { Start = patch.Start + mark.Length, End = patch.End + mark.Length });
        return new UnifiedDiff(file.Name, DiffLines.Split(text), DiffChanges.Find(text, [.. shifted]), context).Format();
    }

    private string Format()
    {
        if (changes.Count == 0)
        {
            return "";
        }

        AppendHeader();
        for (var first = 0; first < changes.Count;)
        {
            var next = first + 1;
            while (next < changes.Count && changes[next].Start - GetEnd(next - 1) <= 2L * context)
            {
                next++;
            }

            AppendHunk(first, next);
            first = next;
        }

        return _text.ToString();
    }

    private int GetEnd(int change) => changes[change].Start + changes[change].Removed.Count;

    private void AppendHeader()
    {
        var path = DiffFileName.Format(name);
        _text.Append("--- ").Append(DiffFileName.Quote("a/" + path)).Append('\n');
        _text.Append("+++ ").Append(DiffFileName.Quote("b/" + path)).Append('\n');
    }

    private void AppendHunk(int first, int next)
    {
        var start = Math.Max(0, changes[first].Start - context);
        var end = (int)Math.Min(lines.Length, (long)GetEnd(next - 1) + context);
        var growth = 0;
        for (var change = first; change < next; change++)
        {
            growth += changes[change].Added.Count - changes[change].Removed.Count;
        }

        _text.Append("@@ -");
        AppendRange(start, end - start);
        _text.Append(" +");
        AppendRange(start + _shift, end - start + growth);
        _text.Append(" @@\n");
        AppendLines(start, end, first, next);
        _shift += growth;
    }

    private void AppendLines(int start, int end, int first, int next)
    {
        var line = start;
        for (var change = first; change < next; change++)
        {
            AppendLines(' ', lines.AsSpan(line, changes[change].Start - line));
            AppendLines('-', lines.AsSpan(changes[change].Start, changes[change].Removed.Count));
            AppendLines('+', changes[change].Added);
            line = GetEnd(change);
        }

        AppendLines(' ', lines.AsSpan(line, end - line));
    }

    private void AppendLines(char sign, ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _text.Append(sign).Append(line);
            _text.Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
        }
    }

    private void AppendRange(int start, int count)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)}");
        _text.Append(count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $",{count}"));
    }
}
