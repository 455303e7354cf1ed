using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The runtime configuration of a container: program, environment, ports and volumes.</summary>
[WireObject]
public sealed partial record DockerConfig
{
    /// <summary>The name of the host that the container sees.</summary>
    [WireField("Hostname", OmitEmpty = true)]
    public string? Hostname { get; init; }

    /// <summary>The domain of that host.</summary>
    [WireField("Domainname", OmitEmpty = true)]
    public string? Domainname { get; init; }

    /// <summary>The user to run as: a name or a number, with an optional group after a colon.</summary>
    [WireField("User", OmitEmpty = true)]
    public string? User { get; init; }

    /// <summary>The limit of memory, in bytes; 0 means none.</summary>
    [WireField("Memory", OmitEmpty = true)]
    public long Memory { get; init; }

    /// <summary>The limit of memory and swap together, in bytes; 0 means none.</summary>
    [WireField("MemorySwap", OmitEmpty = true)]
    public long MemorySwap { get; init; }

    /// <summary>The relative weight among containers that compete for processors; 0 means the default.</summary>
    [WireField("CpuShares", OmitEmpty = true)]
    public long CpuShares { get; init; }

    /// <summary>The processors that may be used, such as <c>0-2,7</c>.</summary>
    [WireField("Cpuset", OmitEmpty = true)]
    public string? Cpuset { get; init; }

    /// <summary>Gets a value indicating whether standard input is attached.</summary>
    [WireField("AttachStdin", OmitEmpty = true)]
    public bool AttachStdin { get; init; }

    /// <summary>Gets a value indicating whether standard output is attached.</summary>
    [WireField("AttachStdout", OmitEmpty = true)]
    public bool AttachStdout { get; init; }

    /// <summary>Gets a value indicating whether standard error is attached.</summary>
    [WireField("AttachStderr", OmitEmpty = true)]
    public bool AttachStderr { get; init; }

    /// <summary>The ports, in a form that <see cref="ExposedPorts"/> has replaced.</summary>
    [WireField("PortSpecs", OmitEmpty = true)]
    public ValueList<string> PortSpecs { get; init; }

    /// <summary>The ports that the program listens on; the keys have the form <c>8080/tcp</c>.</summary>
    [WireField("ExposedPorts", OmitEmpty = true)]
    public ValueMap<EmptyObject> ExposedPorts { get; init; }

    /// <summary>Gets a value indicating whether a terminal is allocated.</summary>
    [WireField("Tty", OmitEmpty = true)]
    public bool Tty { get; init; }

    /// <summary>Gets a value indicating whether standard input stays open without a client.</summary>
    [WireField("OpenStdin", OmitEmpty = true)]
    public bool OpenStdin { get; init; }

    /// <summary>Gets a value indicating whether standard input closes when its first client disconnects.</summary>
    [WireField("StdinOnce", OmitEmpty = true)]
    public bool StdinOnce { get; init; }

    /// <summary>The environment, as <c>NAME=value</c>.</summary>
    [WireField("Env", OmitEmpty = true)]
    public ValueList<string> Env { get; init; }

    /// <summary>The arguments of the entry point or, without one, the program and its arguments.</summary>
    [WireField("Cmd", OmitEmpty = true)]
    public ValueList<string> Cmd { get; init; }

    /// <summary>The DNS servers; only builders before Docker's API 1.10 write them.</summary>
    [WireField("Dns", OmitEmpty = true)]
    public ValueList<string> Dns { get; init; }

    /// <summary>The id of the image that the container was created from.</summary>
    [WireField("Image", OmitEmpty = true)]
    public string? Image { get; init; }

    /// <summary>The paths that hold data beyond the life of a container; the keys are the paths.</summary>
    [WireField("Volumes", OmitEmpty = true)]
    public ValueMap<EmptyObject> Volumes { get; init; }

    /// <summary>A container whose volumes are shared.</summary>
    [WireField("VolumesFrom", OmitEmpty = true)]
    public string? VolumesFrom { get; init; }

    /// <summary>The working directory of the program.</summary>
    [WireField("WorkingDir", OmitEmpty = true)]
    public string? WorkingDir { get; init; }

    /// <summary>The program, with the arguments that always come first.</summary>
    [WireField("Entrypoint", OmitEmpty = true)]
    public ValueList<string> Entrypoint { get; init; }

    /// <summary>Gets a value indicating whether networking is disabled.</summary>
    [WireField("NetworkDisabled", OmitEmpty = true)]
    public bool NetworkDisabled { get; init; }

    /// <summary>The options of security modules.</summary>
    [WireField("SecurityOpts", OmitEmpty = true)]
    public ValueList<string> SecurityOpts { get; init; }

    /// <summary>Instructions for builds that start from the image.</summary>
    [WireField("OnBuild", OmitEmpty = true)]
    public ValueList<string> OnBuild { get; init; }

    /// <summary>The labels.</summary>
    [WireField("Labels", OmitEmpty = true)]
    public ValueMap<string> Labels { get; init; }

    /// <summary>Returns the number of variables and labels; never their values.</summary>
    public override string ToString() =>
        $"{nameof(DockerConfig)} ({Quantity.Format(Env.Count, "variable")}, {Quantity.Format(Labels.Count, "label")})";
}
