namespace ImageStreams.IntegrationTests;

/// <summary>A test that needs skopeo and a real registry.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkopeoRegistryFactAttribute : FactAttribute
{
    public SkopeoRegistryFactAttribute() => Skip = ExternalTool.DockerRegistry.SkipReason ?? ExternalTool.Skopeo.SkipReason;
}
