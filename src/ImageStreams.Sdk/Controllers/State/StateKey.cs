using System.Text;

namespace ImageStreams.Controllers;

/// <summary>The keys of state records that every store can hold.</summary>
internal static class StateKey
{
    private const int MaxBytes = 1024;

    /// <summary>
    /// Determines whether a key can be stored. Names of objects always can; others, which come from elsewhere, must not keep
    /// the rest of the state from being written.
    /// </summary>
    public static bool CanStore(string key)
    {
        if (key.Length is 0 or > MaxBytes || key.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        var bytes = 0;
        foreach (var rune in key.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;   // also half of a character
            }

            bytes += rune.Utf8SequenceLength;
        }

        return bytes <= MaxBytes;
    }
}
