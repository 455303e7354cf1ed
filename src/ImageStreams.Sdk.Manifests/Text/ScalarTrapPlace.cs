namespace ImageStreams.Manifests;

/// <summary>A scalar or a key that somebody reads otherwise than it is meant, to be explained when the problem is among the first.</summary>
/// <param name="Offset">Where it stands in the text.</param>
/// <param name="Scalar">The scalar; -1 for a key.</param>
/// <param name="Entry">The node with the key beside the scalar, which may be an alias of it.</param>
/// <param name="Type">The type of the field.</param>
internal readonly record struct ScalarTrapPlace(int Offset, int Scalar, int Entry, FieldType Type);
