namespace ImageStreams.Tests.Contracts;

/// <summary>A test of a contract that needs nothing but this process.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute;
