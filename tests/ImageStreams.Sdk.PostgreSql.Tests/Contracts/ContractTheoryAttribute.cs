using ImageStreams.Tests.PostgreSql.Servers;

namespace ImageStreams.Tests.Contracts;

/// <summary>A theory of a contract that needs a real PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractTheoryAttribute : TheoryAttribute
{
    public ContractTheoryAttribute() => Skip = PostgreSqlTools.SkipReason;
}
