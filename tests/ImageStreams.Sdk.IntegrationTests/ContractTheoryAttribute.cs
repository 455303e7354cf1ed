using ImageStreams.IntegrationTests;

namespace ImageStreams.Tests.Contracts;

/// <summary>A theory of a contract that needs a real registry.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractTheoryAttribute : TheoryAttribute
{
    public ContractTheoryAttribute() => Skip = ExternalTool.DockerRegistry.SkipReason;
}
