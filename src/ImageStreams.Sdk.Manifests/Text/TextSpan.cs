using System.Runtime.InteropServices;

namespace ImageStreams.Manifests;

/// <summary>A part of a text, by the offsets of its first character and of the one after its last.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int Start, int End)
{
    public static readonly TextSpan None = new(-1, -1);

    public int Length => End - Start;
}
