namespace ImageStreams.Clients;

/// <summary>The operators of a label selector.</summary>
internal enum LabelOperator
{
    /// <summary>The label exists: <c>key</c>.</summary>
    Exists,

    /// <summary>The label does not exist: <c>!key</c>.</summary>
    DoesNotExist,

    /// <summary>The label has one of the values: <c>key=a</c>, <c>key==a</c>, <c>key in (a, b)</c>.</summary>
    In,

    /// <summary>The label has none of the values, or does not exist: <c>key!=a</c>, <c>key notin (a, b)</c>.</summary>
    NotIn,

    /// <summary>The label is an integer above the value: <c>key>3</c>.</summary>
    GreaterThan,

    /// <summary>The label is an integer below the value: <c>key&lt;3</c>.</summary>
    LessThan,
}
