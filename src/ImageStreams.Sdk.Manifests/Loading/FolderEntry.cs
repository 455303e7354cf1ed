namespace ImageStreams.Manifests;

/// <summary>A file or folder that a search has come to.</summary>
/// <param name="RealPath">The full path, behind links.</param>
/// <param name="Names">The names from the folder that is loaded.</param>
/// <param name="IsFolder">True for a folder.</param>
/// <param name="Ignore">The rules of the folder around it.</param>
/// <param name="IsMatched">True when the pattern has matched a folder around it.</param>
internal readonly record struct FolderEntry(string RealPath, string[] Names, bool IsFolder, IgnoreScope Ignore, bool IsMatched);
