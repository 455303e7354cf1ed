using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The images of tags, and the tags that policies would follow instead.</summary>
/// <param name="Images">The images.</param>
/// <param name="Policies">The answers of the policies of the tags that have one, by tag.</param>
internal sealed record LockLookup(ImageLookup Images, ValueList<(string Tag, PolicyAnswer Answer)> Policies);
