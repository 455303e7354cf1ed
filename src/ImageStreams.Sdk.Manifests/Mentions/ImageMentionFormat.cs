namespace ImageStreams.Manifests;

/// <summary>The formats of files that name images and are no manifests of a cluster.</summary>
public enum ImageMentionFormat
{
    /// <summary>A Dockerfile or Containerfile: <c>FROM</c>, <c>COPY --from</c>, <c>RUN --mount=from=</c> and <c># syntax=</c>.</summary>
    Dockerfile,

    /// <summary>A compose file: <c>services.*.image</c>.</summary>
    Compose,

    /// <summary>A <c>devcontainer.json</c>, JSON with comments: <c>image</c>.</summary>
    DevContainer,

    /// <summary>A workflow or an action of GitHub: <c>container</c>, <c>services</c>, and <c>docker://</c> in <c>uses</c> and <c>runs.image</c>.</summary>
    GitHubWorkflow,

    /// <summary>A pipeline of GitLab: <c>image</c> and <c>services</c>, of jobs and for all of them.</summary>
    GitLabPipeline,

    /// <summary>The values of a Helm chart: <c>image</c> as a text, or <c>repository</c> and <c>tag</c> beside each other.</summary>
    HelmValues,

    /// <summary>A kustomization: <c>images</c>.</summary>
    Kustomization,

    /// <summary>An MSBuild project or one of its imports: <c>ContainerBaseImage</c>.</summary>
    MSBuild,
}
