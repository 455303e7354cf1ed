using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>A requested name that a <see cref="TagGraph"/> does not have, with the names closest to it.</summary>
/// <remarks>Two of the same name are equal. Immutable; safe to share between threads.</remarks>
public sealed class UnknownName : IEquatable<UnknownName>
{
    private readonly string _reason;
    private readonly Lazy<ValueList<string>> _suggestions;

    internal UnknownName(string name, string reason, Func<IEnumerable<string>> findSuggestions)
    {
        Name = name;
        _reason = reason;
        _suggestions = new Lazy<ValueList<string>>(() => findSuggestions().ToValueList());
    }

    /// <summary>The name of the tag, with its namespace, or the pull spec of the image.</summary>
    public string Name { get; }

    /// <summary>
    /// The names in the graph that are closest to it, at most three and the best first; empty when none is similar. Searched
    /// in all names on the first call.
    /// </summary>
    public ValueList<string> Suggestions => _suggestions.Value;

    /// <summary>The reason why the name is unknown, and the suggestions, in one sentence.</summary>
    public string Explanation
    {
        get
        {
            var sentence = $"{PrintableText.Escape(Name, PrintableText.MaxName)} is not in the graph: {_reason}";
            return Suggestions.IsEmpty ? $"{sentence}." : $"{sentence}; {NearestNames.ToQuestion(Suggestions)}";
        }
    }

    /// <inheritdoc/>
    public bool Equals(UnknownName? other) => Name == other?.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnknownName);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public override string ToString() => Explanation;
}
