using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>A tag with a policy, whose choice is asked for.</summary>
/// <param name="Tag">The tag's name.</param>
/// <param name="Reference">The spec tag.</param>
/// <param name="Policy">Its policy.</param>
internal sealed record PolicyQuestion(ImageStreamTagName Tag, TagReference Reference, TagPolicy Policy);
