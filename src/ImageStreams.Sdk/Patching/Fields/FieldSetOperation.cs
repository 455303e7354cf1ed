namespace ImageStreams.Patching;

/// <summary>The operations on two sets of fields.</summary>
internal enum FieldSetOperation
{
    Union,
    Intersection,
    Difference,
}
