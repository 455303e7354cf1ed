namespace ImageStreams.Patching;

/// <summary>The change of one value itself.</summary>
internal enum FieldChange
{
    None,
    Added,
    Modified,
    Removed,
}
