using System.Runtime.InteropServices;

namespace ImageStreams.Manifests;

/// <summary>One node of a <see cref="TextTree"/>, with its place in the text. Offsets count UTF-16 code units.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextNode
{
    public TextNodeKind Kind;
    public TextNodeStyle Style;

    /// <summary>The type that a tag such as <c>!!str</c> gives the value.</summary>
    public TextNodeTag Tag;

    public TextNodeFlags Flags;

    /// <summary>The first character of the value, after its anchor and tag; of an empty value, where it would stand.</summary>
    public int Start;

    /// <summary>The end of the value, exclusive, without trailing blanks, comments and line ends.</summary>
    public int End;

    /// <summary>The first character of the key, quotes included; -1 when the node has no key.</summary>
    public int KeyStart;

    /// <summary>The end of the key, exclusive.</summary>
    public int KeyEnd;

    /// <summary>The node after the last descendant: nodes are in preorder, so the children of node n begin at n + 1, and the
    /// next sibling of a child is its <see cref="Next"/>.</summary>
    public int Next;

    /// <summary>The node around this one; -1 for the root.</summary>
    public int Parent;

    /// <summary>The node that an alias repeats; -1 otherwise.</summary>
    public int Target;

    public readonly bool Has(TextNodeFlags flag) => (Flags & flag) != 0;
}
