namespace ImageStreams.Serialization;

/// <summary>The kinds of fields that strict reading rejects.</summary>
public enum FieldProblemKind
{
    /// <summary>The API has no field of that name at that place; names are case-sensitive.</summary>
    Unknown,

    /// <summary>The object names the field more than once.</summary>
    Duplicate,
}
