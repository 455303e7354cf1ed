using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>What is wrong with a tag, or with what it follows.</summary>
/// <param name="Tag">The tag, with its namespace.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
internal sealed record TagCheck(ImageStreamTagName Tag, ValueList<TagProblem> Problems);
