using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A list of objects of one kind that are kept as JSON, or one page of it.</summary>
[WireObject]
public sealed partial record ClusterObjectList : ApiList<ClusterObject>;
