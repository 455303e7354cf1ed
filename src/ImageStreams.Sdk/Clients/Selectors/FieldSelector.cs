namespace ImageStreams.Clients;

/// <summary>A field selector of Kubernetes: the values that fields of an object must have.</summary>
/// <remarks>
/// Terms are joined by commas: <c>field=value</c>, <c>field==value</c> or <c>field!=value</c>. A backslash
/// escapes a comma, an equals sign or a backslash.
/// </remarks>
internal sealed class FieldSelector
{
    private readonly List<FieldTerm> _terms;

    private FieldSelector(List<FieldTerm> terms) => _terms = terms;

    /// <summary>Gets a value indicating whether the selector matches every object.</summary>
    public bool IsEmpty => _terms.Count == 0;

    /// <summary>Parses a selector; null and the empty text match everything.</summary>
    /// <param name="text">The selector.</param>
    /// <param name="known">The supported fields.</param>
    /// <exception cref="ApiException">
    /// The text is malformed, or names another field (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    public static FieldSelector Parse(string? text, IReadOnlyCollection<string> known)
    {
        var terms = FieldTerm.ReadAll(text ?? "");
        var unknown = terms.Find(term => !known.Contains(term.Field));
        return unknown is null
            ? new FieldSelector(terms)
            : throw ApiErrors.BadRequest(
                $"{ApiErrors.Quote(unknown.Field)} is not a known field selector: only "
                + string.Join(", ", known.Select(ApiErrors.Quote)));
    }

    /// <summary>Finds the only value that a field may have; null when there is none.</summary>
    public string? FindExact(string field) => _terms.Find(term => term.Field == field && term.IsEqual)?.Value;

    /// <summary>Determines whether fields match.</summary>
    /// <param name="getValue">Returns the value of a field.</param>
    public bool Matches(Func<string, string> getValue) =>
        _terms.TrueForAll(term => getValue(term.Field) == term.Value == term.IsEqual);
}
