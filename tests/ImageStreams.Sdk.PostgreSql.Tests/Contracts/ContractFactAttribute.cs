using ImageStreams.Tests.PostgreSql.Servers;

namespace ImageStreams.Tests.Contracts;

/// <summary>A test of a contract that needs a real PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute
{
    public ContractFactAttribute() => Skip = PostgreSqlTools.SkipReason;
}
