using ImageStreams.IntegrationTests;

namespace ImageStreams.Tests.Contracts;

/// <summary>A test of a contract that needs a real registry.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute
{
    public ContractFactAttribute() => Skip = ExternalTool.DockerRegistry.SkipReason;
}
