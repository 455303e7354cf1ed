namespace ImageStreams.Serialization;

/// <summary>The kinds of fields that strict reading rejects.</summary>
public enum FieldProblemKind
{
    /// <summary>The type has no field of that name; names are case-sensitive.</summary>
    Unknown,

    /// <summary>The object names the field more than once.</summary>
    Duplicate,
}
