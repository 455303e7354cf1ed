using Microsoft.CodeAnalysis;

namespace ImageStreams.Analyzers;

/// <summary>A result type of the library and its nested cases.</summary>
internal static class ClosedHierarchy
{
    /// <summary>The first part of the names of the library's assemblies.</summary>
    private const string Library = "ImageStreams.Sdk";

    /// <summary>Returns whether only nested types can derive from a type of the library.</summary>
    public static bool IsClosed(INamedTypeSymbol type) =>
        type is { IsAbstract: true, TypeKind: TypeKind.Class }
        && type.ContainingAssembly?.Name.StartsWith(Library, System.StringComparison.Ordinal) == true
        && type.InstanceConstructors.All(constructor => IsPrivate(constructor, type));

    /// <summary>Returns the nested types that derive directly from a type.</summary>
    public static IEnumerable<INamedTypeSymbol> GetCases(INamedTypeSymbol type) => type
        .GetTypeMembers()
        .Where(nested => SymbolEqualityComparer.Default.Equals(nested.BaseType, type));

    /// <summary>A record has a copy constructor besides, which no constructor of a type outside can call first.</summary>
    private static bool IsPrivate(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.DeclaredAccessibility == Accessibility.Private || IsCopyConstructor(constructor, type);

    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord
        && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
