namespace ImageStreams.Manifests;

/// <summary>The ways to read a plain scalar of which the text alone does not tell the type.</summary>
internal enum ScalarReading : byte
{
    /// <summary>By the core schema of YAML 1.2.</summary>
    Schema,

    /// <summary>As a text, since the field holds one.</summary>
    Text,

    /// <summary>As true: <c>yes</c>, <c>on</c> and <c>y</c> in a field that holds a boolean.</summary>
    True,

    /// <summary>As false: <c>no</c>, <c>off</c> and <c>n</c> in a field that holds a boolean.</summary>
    False,

    /// <summary>As an octal number: <c>0644</c> in a field that holds a number.</summary>
    Octal,

    /// <summary>As a number whose digits are grouped: <c>1_000</c> in a field that holds a number.</summary>
    Grouped,
}
