using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The newest history entry of a schema 1 manifest, which describes the image.</summary>
[WireObject]
internal sealed partial record FsHistoryImage : DockerImageFields;
