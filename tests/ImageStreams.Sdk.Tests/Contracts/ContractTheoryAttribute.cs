namespace ImageStreams.Tests.Contracts;

/// <summary>A theory of a contract that needs nothing but this process.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractTheoryAttribute : TheoryAttribute;
