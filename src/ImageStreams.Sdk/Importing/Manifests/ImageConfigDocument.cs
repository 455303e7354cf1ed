using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The configuration of a schema 2 or OCI image.</summary>
/// <remarks>
/// Fields that the metadata does not take over are read all the same: OpenShift refuses misfits in them.
/// </remarks>
[WireObject]
internal sealed partial record ImageConfigDocument : DockerImageFields
{
    [WireField("rootfs", OmitEmpty = true)]
    public ConfigRootFs? RootFs { get; init; }

    [WireField("history", OmitEmpty = true)]
    public ValueList<ConfigHistory> History { get; init; }

    [WireField("os", OmitEmpty = true)]
    public string? Os { get; init; }

    [WireField("os.version", OmitEmpty = true)]
    public string? OsVersion { get; init; }

    [WireField("os.features", OmitEmpty = true)]
    public ValueList<string> OsFeatures { get; init; }
}
