namespace ImageStreams.IntegrationTests;

/// <summary>A theory that needs a real registry.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RegistryTheoryAttribute : TheoryAttribute
{
    public RegistryTheoryAttribute() => Skip = ExternalTool.DockerRegistry.SkipReason;
}
