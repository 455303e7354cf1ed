using System.Globalization;

namespace ImageStreams.MSBuild;

/// <summary>The file of answers: lines that MSBuild reads as items and takes apart by property functions.</summary>
/// <remarks>MSBuild takes a line as it stands, so that a text of a lock is never evaluated; it must only stay in its field.</remarks>
internal static class AnswerText
{
    /// <summary>The separator of the fields.</summary>
    public const char Separator = '|';

    /// <summary>Joins fields to a line. Characters that would end a field or line are written as <c>%7c</c>, <c>%0a</c> and so
    /// on.</summary>
    public static string Join(params IEnumerable<string> fields) => string.Join(Separator, fields.Select(Escape));

    /// <summary>Writes the lines at once: a build that is ended meanwhile must not leave half of them, which would pass for new.</summary>
    public static void Write(string path, IEnumerable<string> lines)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            File.WriteAllLines(temporary, lines);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Escape(string field) => string.Concat(field.Select(Escape));

    private static string Escape(char c) => c == Separator || char.IsControl(c)
        ? string.Create(CultureInfo.InvariantCulture, $"%{(int)c:x2}")
        : c.ToString();
}
