namespace ImageStreams.AspNetCore;

/// <summary>The shapes in which objects are sent.</summary>
internal enum BodyShape
{
    /// <summary>The objects themselves.</summary>
    Plain,

    /// <summary>A <c>Table</c> with a row for each object.</summary>
    Table,

    /// <summary>The metadata of one object.</summary>
    Metadata,

    /// <summary>The metadata of the objects of a list.</summary>
    MetadataList,
}
