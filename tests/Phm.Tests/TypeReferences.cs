using System.Reflection;
using System.Reflection.Emit;

namespace Phm.Tests;

/// <summary>Which types each type of an assembly refers to: in its signatures, its attributes and the instructions of its bodies.</summary>
internal static class TypeReferences
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>All types that a type refers to, generic arguments and element types taken apart.</summary>
    public static IEnumerable<Type> Of(Type type) => Direct(type).SelectMany(Parts).Distinct();

    /// <summary>The type that a nested type is written in.</summary>
    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static IEnumerable<Type> Direct(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (var contract in type.GetInterfaces()) yield return contract;
        foreach (var member in type.GetMembers(Everything).Append(type))
        {
            foreach (var attribute in member.CustomAttributes)
            {
                yield return attribute.AttributeType;
                foreach (var value in attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>()) yield return value;
            }
            foreach (var found in member switch
            {
                FieldInfo field => [field.FieldType],
                MethodBase method => OfMethod(method),
                _ => [],
            }) yield return found;
        }
    }

    private static IEnumerable<Type> OfMethod(MethodBase method)
    {
        foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
        if (method is MethodInfo { ReturnType: var result }) yield return result;
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        foreach (var member in Instructions(method, body.GetILAsByteArray()!))
        {
            if (member is Type type) yield return type;
            if (member.DeclaringType is { } declaring) yield return declaring;
            if (member is FieldInfo field) yield return field.FieldType;
            if (member is MethodInfo called)
            {
                yield return called.ReturnType;
                foreach (var argument in called.GetGenericArguments()) yield return argument;
            }
        }
    }

    private static IEnumerable<MemberInfo> Instructions(MethodBase method, byte[] il)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE) value = (short)(0xFE00 | il[at++]);
            var code = s_codes[value];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        if (type.IsGenericParameter) return [];
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
