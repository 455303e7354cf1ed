namespace ImageStreams.IntegrationTests;

/// <summary>A test that needs a real registry.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RegistryFactAttribute : FactAttribute
{
    public RegistryFactAttribute() => Skip = ExternalTool.DockerRegistry.SkipReason;
}
