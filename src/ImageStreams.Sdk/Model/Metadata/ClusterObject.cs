using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>An object of any other kind, such as a Deployment or a Secret, with everything but its metadata as JSON.</summary>
/// <remarks>
/// The fields beside <c>kind</c>, <c>apiVersion</c> and <c>metadata</c> are unknown fields: text that is kept as it is and not
/// interpreted. Two objects are equal when these texts are, in any order of the fields.
/// </remarks>
[WireObject]
public sealed partial record ClusterObject : ApiObject;
