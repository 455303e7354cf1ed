using System.Reflection;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Architecture;

/// <summary>The public types of all packages.</summary>
internal static class PublicTypes
{
    /// <summary>The assemblies of the packages.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [typeof(ImageStream).Assembly, typeof(InMemoryRegistry).Assembly, typeof(LoopbackRegistryServer).Assembly];

    /// <summary>The types that a namespace shows.</summary>
    public static IReadOnlyList<Type> TopLevel { get; } =
        [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => !type.IsNested)];

    /// <summary>The simple name, without the number of type parameters.</summary>
    public static string GetSimpleName(Type type) => type.Name.Split('`')[0];

    /// <summary>Finds the public types of the packages that a type shows: in its members, its bases and its cases.</summary>
    public static IEnumerable<Type> GetShownTypes(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMembers(All).Where(IsVisible).SelectMany(GetTypes);
        return members.Concat(type.GetInterfaces()).Append(type.BaseType).Concat(type.GetNestedTypes())
            .Concat(type.GetGenericArguments().SelectMany(argument => argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : []))
            .OfType<Type>()
            .SelectMany(Unwrap)
            .Where(shown => Assemblies.Contains(shown.Assembly));
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors().Length > 0,
        EventInfo => true,
        _ => false,
    };

    private static IEnumerable<Type> GetTypes(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. GetTypes(method.GetParameters())],
        MethodBase method => GetTypes(method.GetParameters()),
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType, .. GetTypes(property.GetIndexParameters())],
        EventInfo raised => [raised.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> GetTypes(ParameterInfo[] parameters) => parameters.Select(parameter => parameter.ParameterType);

    // A type, the types that it is made of, and the type that it is nested in.
    private static IEnumerable<Type> Unwrap(Type type)
    {
        if (type.HasElementType)
        {
            return Unwrap(type.GetElementType()!);
        }

        var own = type.IsGenericType && !type.IsGenericTypeDefinition ? type.GetGenericTypeDefinition() : type;
        var arguments = type.IsGenericType ? type.GetGenericArguments().Where(argument => !argument.IsGenericParameter) : [];
        return arguments.SelectMany(Unwrap).Append(own).Concat(own.DeclaringType is { } outer ? [outer] : []);
    }
}
