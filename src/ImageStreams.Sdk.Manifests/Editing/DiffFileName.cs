using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Names of files in diffs, as git writes and reads them.</summary>
internal static class DiffFileName
{
    /// <summary>Formats a name as a relative path with slashes.</summary>
    public static string Format(string name)
    {
        var path = Path.DirectorySeparatorChar == '\\' ? name.Replace('\\', '/') : name;
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path[2..];
        }

        return path.TrimStart('/');
    }

    /// <summary>Puts a name with special characters in quotes; one with blanks gets a tab at its end, where its name ends.</summary>
    public static string Quote(string name)
    {
        if (!name.Any(NeedsEscape))
        {
            return name.Contains(' ', StringComparison.Ordinal) ? name + '\t' : name;
        }

        var quoted = new StringBuilder("\"");
        foreach (var part in Encoding.UTF8.GetBytes(name))
        {
            Append(quoted, (char)part);
        }

        return quoted.Append('"').ToString();
    }

    private static bool NeedsEscape(char character) => character is '"' or '\\' || char.IsControl(character);

    private static void Append(StringBuilder quoted, char part)
    {
        _ = part switch
        {
            '"' or '\\' => quoted.Append('\\').Append(part),
            < ' ' or >= '\u007f' => quoted.Append('\\').Append(Convert.ToString(part, 8).PadLeft(3, '0')),
            _ => quoted.Append(part),
        };
    }
}
