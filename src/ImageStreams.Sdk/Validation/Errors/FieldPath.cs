using System.Globalization;
using System.Text;
using ImageStreams.Internal;

namespace ImageStreams.Validation;

/// <summary>The path of a field, which becomes text only when there is an error.</summary>
/// <remarks>
/// Contains its last step, so that the paths of the items of a long list cost nothing without an error. The default value is
/// the object itself, whose fields have paths without a leading dot.
/// </remarks>
internal readonly struct FieldPath
{
    /// <summary>The maximum length of a name in the text: a long one would be in the path of each item below it.</summary>
    private const int MaxNameLength = 1024;

    private readonly Step? _parent;
    private readonly string? _name;
    private readonly bool _isBracketed;

    private FieldPath(Step? parent, string name, bool isBracketed)
    {
        _parent = parent;
        _name = name;
        _isBracketed = isBracketed;
    }

    /// <summary>The object itself.</summary>
    public static FieldPath Root => default;

    /// <summary>Returns the path of a field of this one.</summary>
    public FieldPath Child(string name) => new(ToStep(), name, isBracketed: false);

    /// <summary>Returns the path of a field of a field of this one.</summary>
    public FieldPath Child(string name, string next) => Child(name).Child(next);

    /// <summary>Returns the path of the item of this list at a position.</summary>
    public FieldPath Index(int index) =>
        new(ToStep(), index.ToString(CultureInfo.InvariantCulture), isBracketed: true);

    /// <summary>Returns the path of the item of this list with a name.</summary>
    public FieldPath Key(string key) => new(ToStep(), key, isBracketed: true);

    /// <summary>Returns the path of the item with a name, in a list with a prepared path; allocates nothing.</summary>
    public static FieldPath Key(Step list, string key) => new(list, key, isBracketed: true);

    /// <summary>Returns this path as the beginning of other paths.</summary>
    public Step? ToStep() => _name is null ? null : new Step(_parent, _name, _isBracketed);

    /// <summary>Returns the path as the API server writes it: <c>spec.tags[latest].from.name</c>.</summary>
    public override string ToString()
    {
        var steps = new Stack<Step>();
        for (var step = ToStep(); step is not null; step = step.Parent)
        {
            steps.Push(step);
        }

        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (step.IsBracketed)
            {
                text.Append('[').Append(Shortened(step.Name)).Append(']');
                continue;
            }

            text.Append(text.Length == 0 ? "" : ".").Append(step.Name);
        }

        return text.ToString();
    }

    private static string Shortened(string name) =>
        name.Length <= MaxNameLength ? name : string.Concat(PrintableText.Cut(name, MaxNameLength), "…");

    /// <summary>One step of a path, with the steps before it.</summary>
    internal sealed record Step(Step? Parent, string Name, bool IsBracketed);
}
