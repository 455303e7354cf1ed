using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The pipeline strategy: a Jenkins pipeline does the build. It has no base image.</summary>
[WireObject]
public sealed partial record JenkinsPipelineBuildStrategy
{
    /// <summary>The path of the pipeline in the source; null for <c>Jenkinsfile</c>.</summary>
    [WireField("jenkinsfilePath", OmitEmpty = true)]
    public string? JenkinsfilePath { get; init; }

    /// <summary>The text of the pipeline; null when the source has it.</summary>
    [WireField("jenkinsfile", OmitEmpty = true)]
    public string? Jenkinsfile { get; init; }

    /// <summary>Returns the strategy and the path of its pipeline.</summary>
    public override string ToString() => string.IsNullOrEmpty(JenkinsfilePath) ? "Pipeline" : $"Pipeline {JenkinsfilePath}";
}
