using System.Text;

namespace ImageStreams.Fuzz;

/// <summary>Tells JSON whose texts System.Text.Json can hand out: no invalid UTF-8, and no half of a surrogate pair.</summary>
internal static class PlainJson
{
    public static bool IsPlain(ReadOnlySpan<byte> json) =>
        Ascii.IsValid(json) && json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0;
}
