using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The strategy of a build; one of the strategies is set.</summary>
[WireObject]
public sealed partial record BuildStrategy
{
    /// <summary>The type of a pipeline, which builds no image itself.</summary>
    internal const string PipelineType = "JenkinsPipeline";

    /// <summary>The type of a build from a Dockerfile.</summary>
    private const string DockerType = "Docker";

    /// <summary>
    /// The base image of the first strategy that is set, source before Docker before custom; null when that strategy
    /// has none.
    /// </summary>
    public ObjectReference? From => this switch
    {
        { SourceStrategy: { } source } => source.From,
        { DockerStrategy: { } docker } => docker.From,
        _ => CustomStrategy?.From,
    };

    /// <summary>The type of the strategy.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>The Docker strategy; null when it is not used.</summary>
    [WireField("dockerStrategy", OmitEmpty = true)]
    public DockerBuildStrategy? DockerStrategy { get; init; }

    /// <summary>The source strategy (S2I); null when it is not used.</summary>
    [WireField("sourceStrategy", OmitEmpty = true)]
    public SourceBuildStrategy? SourceStrategy { get; init; }

    /// <summary>The custom strategy; null when it is not used.</summary>
    [WireField("customStrategy", OmitEmpty = true)]
    public CustomBuildStrategy? CustomStrategy { get; init; }

    /// <summary>The Jenkins pipeline strategy; null when it is not used.</summary>
    [WireField("jenkinsPipelineStrategy", OmitEmpty = true)]
    public JenkinsPipelineBuildStrategy? JenkinsPipelineStrategy { get; init; }

    /// <summary>The type that an API server gives to the strategy: that of the first one that is set.</summary>
    private string? EffectiveType => this switch
    {
        { SourceStrategy: not null } => "Source",
        { DockerStrategy: not null } => DockerType,
        { CustomStrategy: not null } => "Custom",
        { JenkinsPipelineStrategy: not null } => PipelineType,
        _ => Type,
    };

    /// <summary>Creates a copy with another base image, in the strategy that <see cref="From"/> reads.</summary>
    /// <param name="from">The base image.</param>
    /// <returns>The copy; the same object when no strategy is set.</returns>
    public BuildStrategy WithFrom(ObjectReference from) => this switch
    {
        { SourceStrategy: { } source } => this with { SourceStrategy = source with { From = from } },
        { DockerStrategy: { } docker } => this with { DockerStrategy = docker with { From = from } },
        { CustomStrategy: { } custom } => this with { CustomStrategy = custom with { From = from } },
        _ => this,
    };

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>An empty Docker strategy for the type <c>Docker</c>, the kind of each base image, and the type of the strategy
    /// that is set. A base image of the kind <c>ImageStream</c> becomes the tag <c>latest</c> of that stream.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public BuildStrategy WithDefaults()
    {
        var images = WithDefaultImages();
        return images.EffectiveType == images.Type ? images : images with { Type = images.EffectiveType };
    }

    /// <summary>Returns the strategy that is set, and its base image.</summary>
    public override string ToString() => this switch
    {
        { SourceStrategy: { } source } => source.ToString(),
        { DockerStrategy: { } docker } => docker.ToString(),
        { CustomStrategy: { } custom } => custom.ToString(),
        { JenkinsPipelineStrategy: { } pipeline } => pipeline.ToString(),
        _ => Type ?? "",
    };

    /// <summary>Creates a copy with the defaults of the base image; the same object when no field is left out.</summary>
    internal BuildStrategy WithDefaultImages()
    {
        var source = SourceStrategy?.WithDefaults();
        var docker = (DockerStrategy ?? (Type == DockerType ? DockerBuildStrategy.Default : null))?.WithDefaults();
        var custom = CustomStrategy?.WithDefaults();
        return ReferenceEquals(source, SourceStrategy)
            && ReferenceEquals(docker, DockerStrategy)
            && ReferenceEquals(custom, CustomStrategy)
                ? this
                : this with { SourceStrategy = source, DockerStrategy = docker, CustomStrategy = custom };
    }
}
