namespace ImageStreams.AspNetCore;

/// <summary>The objects beside the cells of a table's rows.</summary>
internal enum RowObject
{
    /// <summary>The metadata.</summary>
    Metadata,

    /// <summary>The whole object.</summary>
    Object,

    /// <summary>Nothing.</summary>
    None,
}
