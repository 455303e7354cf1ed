namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>A test that runs kubectl, and pushes to a real registry with skopeo.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlSkopeoFactAttribute : FactAttribute
{
    public KubectlSkopeoFactAttribute() => Skip = ExternalTool.Kubectl.SkipReason
        ?? ExternalTool.OldKubectl.SkipReason
        ?? ExternalTool.DockerRegistry.SkipReason
        ?? ExternalTool.Skopeo.SkipReason;
}
