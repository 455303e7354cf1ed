using System.Security.Cryptography;

namespace ImageStreams.Tool;

/// <summary>The secrets of a server: read from files, or made.</summary>
internal static class ServeSecrets
{
    private const int MinLength = 16;
    private const int MaxLength = 4096;
    private const int RandomBytes = 32;

    /// <summary>Makes a token that nobody can guess.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Reads the secret in the first line of a file.</summary>
    /// <exception cref="ToolException">It is too short, or has other characters than a header can carry.</exception>
    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var text = (await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)).Trim();
        return text.Length is >= MinLength and <= MaxLength && text.All(letter => letter is > ' ' and < (char)127 and not ('"' or '\'' or '#'))
            ? text
            : throw ToolException.Failed($"{file} must have one secret of {MinLength} to {MaxLength} letters, digits and signs, without spaces, quotes and #.");
    }
}
